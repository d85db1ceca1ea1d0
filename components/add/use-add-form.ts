"use client"

import { useState } from "react"
import { Refused, refusalMessage } from "@/components/api/request"
import {
  absorb,
  addKeyOf,
  type CredentialDraft,
  type DraftField,
  EMPTY_DRAFT,
  firstStop,
  problemsOf,
  swap,
  withoutSecrets,
} from "./credential-draft"
import { type AddedKey, useAddAndRead } from "./use-add-and-read"

/** What the server refused; `field` is null where no single input is at fault. */
interface ServerWord {
  readonly field: DraftField | null
  readonly message: string
}

const FIELDS: readonly DraftField[] = ["apiKey", "secret", "otp", "nonceScale"]

function serverWord(problem: unknown): ServerWord {
  const error = problem instanceof Error ? problem : new Error()
  const named = problem instanceof Refused ? problem.field : null
  return { field: FIELDS.find((field) => field === named) ?? null, message: refusalMessage(error) }
}

/** The form's state: what was entered, what may already be said about it, and sending it. */
export function useAddForm(onAdded: (added: AddedKey) => void) {
  const [draft, setDraft] = useState<CredentialDraft>(EMPTY_DRAFT)
  const [left, setLeft] = useState<ReadonlySet<DraftField>>(new Set())
  const [refused, setRefused] = useState<ServerWord | null>(null)
  const sending = useAddAndRead()

  const problems = problemsOf(draft)
  /** An empty field is not complained about before the person tried to send it. */
  const said = (field: DraftField) => {
    if (refused?.field === field) return refused.message
    return left.has(field) ? (problems[field]?.message ?? null) : null
  }
  const change = (part: Partial<CredentialDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setRefused(null)
  }
  const leave = (field: DraftField, value: string) => {
    if (value !== "") setLeft((before) => new Set(before).add(field))
  }
  const send = async () => {
    const key = addKeyOf(draft)
    if (!key) {
      setLeft(new Set(FIELDS))
      return firstStop(draft)
    }
    // Gone before the answer is there, and whatever it will be.
    setDraft(withoutSecrets)
    setLeft(new Set())
    try {
      onAdded(await sending.run(key))
      return null
    } catch (problem) {
      const word = serverWord(problem)
      setRefused(word)
      return word.field
    }
  }

  return {
    draft,
    problems,
    said,
    refused,
    pending: sending.pending,
    change,
    leave,
    send,
    absorb: (found: Parameters<typeof absorb>[1]) => {
      setDraft((before) => absorb(before, found))
      setLeft((before) => new Set([...before, ...(["apiKey", "secret"] as const).filter((part) => found[part])]))
      setRefused(null)
    },
    swap: () => setDraft(swap),
  }
}

export type AddForm = ReturnType<typeof useAddForm>
