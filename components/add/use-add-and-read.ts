"use client"

import { useAddKey } from "@/components/api/keys"
import { useReadAnyKey } from "@/components/api/runs"
import type { AddKey } from "@/lib/protocol/key-view"

export interface AddedKey {
  readonly id: string
  /** The key was here already; it has its secret again. */
  readonly existing: boolean
}

/** Hands the key to the server and starts its first reading. Throws Refused when the server does not take it. */
export function useAddAndRead() {
  const add = useAddKey()
  const read = useReadAnyKey()
  const run = async (key: AddKey): Promise<AddedKey> => {
    try {
      const added = await add.mutateAsync(key)
      // Where no reading could be started, the key's own page says why and offers it again.
      await read.mutateAsync({ keyId: added.id, options: {} }).catch(() => undefined)
      return added
    } finally {
      // A mutation remembers what it was called with.
      add.reset()
    }
  }
  return { run, pending: add.isPending || read.isPending }
}
