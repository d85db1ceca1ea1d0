"use client"

import { useEffect, useRef, useState } from "react"
import { useReadAnyKey, useStopRun } from "@/components/api/runs"
import type { KeyView } from "@/lib/protocol/key-view"
import {
  beginReadAll,
  canReadUnasked,
  didNotStart,
  didStart,
  mustStop,
  nextToStart,
  outcomeOf,
  progressOf,
  type ReadAll,
  starting,
  withoutWaiting,
} from "./read-all"

/** Reads every key that can be read without asking, a few at a time, until all are done or somebody stops it. */
export function useReadAll(keys: readonly KeyView[]) {
  const [batch, setBatch] = useState<ReadAll | null>(null)
  const read = useReadAnyKey()
  const stopRun = useStopRun()
  const start = useRef(read.mutateAsync)
  useEffect(() => {
    start.current = read.mutateAsync
  })

  const halted = batch !== null && mustStop(batch, keys)
  const present = batch !== null && halted ? withoutWaiting(batch) : batch
  const next = present === null ? null : nextToStart(present, keys)
  useEffect(() => {
    if (next === null) return
    const change = (step: (batch: ReadAll) => ReadAll) => setBatch((before) => before && step(before))
    change((before) => starting(before, next))
    start.current({ keyId: next, options: {} }).then(
      ({ runId }) => change((before) => didStart(before, next, runId)),
      () => change((before) => didNotStart(before, next)),
    )
  }, [next])

  const progress = present === null ? null : progressOf(present, keys)
  return {
    readable: keys.filter(canReadUnasked).length,
    progress,
    busy: progress !== null && progress.done < progress.total,
    halted,
    outcome: present === null ? null : outcomeOf(present, keys),
    begin: () => setBatch(beginReadAll(keys)),
    stop: () => {
      setBatch((before) => before && withoutWaiting(before))
      for (const { id, run } of keys) if (run !== null && present?.started.get(id) === run.id) stopRun.mutate(run.id)
    },
  }
}
