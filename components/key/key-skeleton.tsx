import { Panel } from "@/components/ui/panel"
import { LoadingWord, Skeleton } from "@/components/ui/skeleton"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"

/** The head of a key page before anything is known. */
export function HeadSkeleton() {
  return (
    <div className="space-y-2">
      <h1>
        <LoadingWord>Loading the key</LoadingWord>
        <Skeleton size="h-6 w-48" />
      </h1>
      <Skeleton size="h-8 w-[36rem]" />
      <Skeleton size="h-5 w-96" />
    </div>
  )
}

/** The list of changes and the table, with as many rows as there will be, so that nothing jumps when they come. */
export function BodySkeleton() {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[24rem_1fr]">
      <ChangesSkeleton />
      <TableSkeleton />
    </div>
  )
}

function ChangesSkeleton() {
  return (
    <Panel title="What to change">
      <div className="space-y-3 py-1">
        {["w-64", "w-52", "w-56"].map((width) => (
          <div key={width} className="space-y-1.5">
            <Skeleton size={`h-5 ${width}`} />
            <Skeleton size="h-4 w-full" />
          </div>
        ))}
      </div>
    </Panel>
  )
}

function TableSkeleton() {
  return (
    <Panel title="Permissions">
      <div className="pt-5">
        {PERMISSION_IDS.map((id) => (
          <div key={id} className="flex h-7 items-center gap-6">
            <Skeleton size="h-4 w-44" />
            <Skeleton size="h-4 w-20" />
            <Skeleton size="h-4 w-20" />
            <Skeleton size="h-4 flex-1" />
          </div>
        ))}
      </div>
    </Panel>
  )
}
