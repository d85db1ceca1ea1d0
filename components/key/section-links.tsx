const SECTIONS = [
  { id: "change", label: "Change" },
  { id: "permissions", label: "Permissions" },
  { id: "limits", label: "Limits" },
  { id: "leak", label: "If it leaks" },
  { id: "proof", label: "Proof" },
] as const

/** Ways to the sections of the key page. */
export function SectionLinks() {
  return (
    <nav aria-label="On this page" className="border-b border-line">
      <ul className="-mx-2 flex flex-wrap">
        {SECTIONS.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-block px-2 py-1.5 text-muted hover:text-ink hover:underline">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
