import type { Report, Severity } from "@/lib/audit/report-schema"
import { classNames } from "./class-names"

type RiskLevel = Report["risk"]["level"]

const LEVELS: Record<RiskLevel, { readonly word: string; readonly bars: number; readonly look: string }> = {
  none: { word: "No risk seen", bars: 0, look: "text-ok" },
  low: { word: "Low risk", bars: 1, look: "text-ink" },
  medium: { word: "Medium risk", bars: 2, look: "text-warn" },
  high: { word: "High risk", bars: 3, look: "text-danger" },
  critical: { word: "Critical risk", bars: 4, look: "text-danger" },
}

const SEVERITIES: Record<Severity, { readonly word: string; readonly bars: number; readonly look: string }> = {
  info: { word: "Note", bars: 0, look: "text-muted" },
  low: { word: "Low", bars: 1, look: "text-ink" },
  medium: { word: "Medium", bars: 2, look: "text-warn" },
  high: { word: "High", bars: 3, look: "text-danger" },
  critical: { word: "Critical", bars: 4, look: "text-danger" },
}

/** Four steps that fill from the left: the level can be read without colour. */
function Gauge({ bars }: { readonly bars: number }) {
  return (
    <svg aria-hidden viewBox="0 0 19 14" className="h-3.5 w-[1.1875rem] shrink-0">
      {[0, 1, 2, 3].map((step) => (
        <rect
          key={step}
          x={step * 5 + 0.5}
          y={9.5 - step * 3}
          width={3}
          height={4 + step * 3}
          rx={0.75}
          fill={step < bars ? "currentColor" : "none"}
          stroke="currentColor"
          strokeOpacity={step < bars ? 1 : 0.45}
        />
      ))}
    </svg>
  )
}

interface RiskWordProps {
  readonly level: RiskLevel
  readonly size?: "body" | "lead"
}

/** The one risk word of a key. */
export function RiskWord({ level, size = "body" }: RiskWordProps) {
  const { word, bars, look } = LEVELS[level]
  return (
    <span
      className={classNames(
        "inline-flex items-baseline gap-1.5 whitespace-nowrap font-semibold",
        size === "lead" ? "text-lead" : "text-body",
        look,
      )}
    >
      <Gauge bars={bars} />
      {word}
    </span>
  )
}

/** How serious one finding or change is. */
export function SeverityWord({ severity }: { readonly severity: Severity }) {
  const { word, bars, look } = SEVERITIES[severity]
  return (
    <span className={classNames("inline-flex items-baseline gap-1.5 whitespace-nowrap text-note font-medium", look)}>
      <Gauge bars={bars} />
      {word}
    </span>
  )
}
