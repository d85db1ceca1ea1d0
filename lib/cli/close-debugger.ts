/**
 * Keeps the process from opening Node's debugger, through which every program on the machine could read its memory: Node does so on
 * SIGUSR1, unless somebody listens to that signal.
 */
export function closeDebugger(): void {
  process.on("SIGUSR1", () => undefined)
}
