import open from "open"

/** Whether somebody sits in front of this process and a screen. */
function hasScreen(): boolean {
  if (!process.stdout.isTTY || process.env["CI"] || process.env["BROWSER"] === "none") return false
  return process.platform !== "linux" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"])
}

/**
 * Opens the link where there is a browser; quietly does nothing elsewhere, since the link is printed as well. Other programs may read
 * it from the process list, which is why its code serves once and a second use ends the session that it opened.
 */
export async function openBrowser(link: string): Promise<void> {
  if (!hasScreen()) return
  try {
    const child = await open(link)
    child.once("error", () => undefined)
    child.unref()
  } catch {
    // No browser, or none that could be started.
  }
}
