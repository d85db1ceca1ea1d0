"use client"

import { useEffect } from "react"
import { useKeys } from "@/components/api/keys"
import { useSandbox } from "@/components/api/sandbox"
import { sampleKeys } from "@/components/start/key-list"

/** The sample account as it is now: asked for again whenever a sample key was read, since its journal has grown. */
export function useFreshSandbox() {
  const sandbox = useSandbox()
  const keys = useKeys()
  const samples = sampleKeys(keys.data ?? [])
  const readings = samples.map(({ id, run, transcript }) => `${id} ${run?.id ?? "-"} ${transcript.length}`).join()
  const { refetch } = sandbox
  // biome-ignore lint/correctness/useExhaustiveDependencies: the readings are what makes the answer old
  useEffect(() => {
    void refetch()
  }, [readings, refetch])
  return { sandbox, samples }
}
