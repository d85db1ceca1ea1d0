"use client"

import { useState } from "react"
import { Refused, refusalMessage } from "@/components/api/request"
import type { FoundCredential } from "@/lib/core/credential-text"
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

/** What was entered, and which fields a person has finished with, so that nobody is told off while still typing. */
function useDraft() {
  const [draft, setDraft] = useState<CredentialDraft>(EMPTY_DRAFT)
  const [left, setLeft] = useState<ReadonlySet<DraftField>>(new Set())
  return {
    draft,
    left,
    change: (part: Partial<CredentialDraft>) => setDraft((before) => ({ ...before, ...part })),
    leave: (fields: readonly DraftField[]) => setLeft((before) => new Set([...before, ...fields])),
    /** Gone before the answer is there, and whatever it will be. */
    dropSecrets: () => {
      setDraft(withoutSecrets)
      setLeft(new Set())
    },
    absorb: (found: FoundCredential) => setDraft((before) => absorb(before, found)),
    swap: () => setDraft(swap),
  }
}

/** The form's state: what was entered, what may already be said about it, and sending it. */
export function useAddForm(onAdded: (added: AddedKey) => void) {
  const entered = useDraft()
  const [refused, setRefused] = useState<ServerWord | null>(null)
  const sending = useAddAndRead()
  const { draft, left } = entered
  const problems = problemsOf(draft)

  /** The server's word first, then our own once the person has left the field. */
  const said = (field: DraftField): string | null => {
    if (refused?.field === field) return refused.message
    return left.has(field) ? (problems[field]?.message ?? null) : null
  }
  /** Resolves with the field at fault, or null where there is none. */
  const send = async (): Promise<DraftField | null> => {
    const key = addKeyOf(draft)
    if (!key) {
      entered.leave(FIELDS)
      return firstStop(draft)
    }
    entered.dropSecrets()
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
    refused,
    pending: sending.pending,
    send,
    said,
    ...changes(entered, () => setRefused(null)),
  }
}

/** Whatever is entered anew, an earlier refusal no longer speaks of it. */
function changes(entered: ReturnType<typeof useDraft>, forgetRefusal: () => void) {
  return {
    swap: entered.swap,
    change: (part: Partial<CredentialDraft>) => {
      entered.change(part)
      forgetRefusal()
    },
    /** An empty field is not complained about before the person tried to send it. */
    leave: (field: DraftField, value: string) => {
      if (value !== "") entered.leave([field])
    },
    absorb: (found: FoundCredential) => {
      entered.absorb(found)
      entered.leave((["apiKey", "secret"] as const).filter((part) => found[part] !== undefined))
      forgetRefusal()
    },
  }
}

export type AddForm = ReturnType<typeof useAddForm>
