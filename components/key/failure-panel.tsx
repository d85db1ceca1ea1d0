"use client"

import { useState } from "react"
import { useReadKey } from "@/components/api/runs"
import { Button, ButtonLink } from "@/components/ui/button"
import { Countdown, Moment, useNow } from "@/components/ui/clock"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import { failureTitle } from "@/lib/audit/failures"
import type { KeyView } from "@/lib/protocol/key-view"
import { mayGoBetweenCalls, type NextStep, nextStepFor } from "./failure-advice"
import { destinationName } from "./key-destination"
import { KeyScreenLink } from "./key-screen-link"
import { OneTimeCodeField, ReadButton } from "./read-button"
import { ScaleAndRead } from "./scale-and-read"
import { ScaleLine } from "./scale-dialog"

type KeyFailure = NonNullable<KeyView["failure"]>

/** Why the newest reading failed, what the other side said, and the one thing to do next. */
export function FailurePanel({ view, failure }: { readonly view: KeyView; readonly failure: KeyFailure }) {
  const step = nextStepFor(failure.kind, view)
  // The question about the program's counter needs the whole width; a button stands beside the text.
  const scaleAsked = step === "choose-scale" && !mayGoBetweenCalls(failure.kind, view.nonceScale)
  const wide = scaleAsked || view.report === null
  const tone = failure.kind === "incident" ? "danger" : "warn"
  return (
    <Notice tone={tone} role="alert" title={failureTitle(failure.kind)}>
      <div className={wide ? "space-y-3" : "flex flex-wrap items-end justify-between gap-x-8 gap-y-3"}>
        <WhatHappened view={view} failure={failure} />
        <Control view={view} failure={failure} step={step} />
      </div>
    </Notice>
  )
}

function WhatHappened({ view, failure }: { readonly view: KeyView; readonly failure: KeyFailure }) {
  return (
    <div className="max-w-3xl space-y-1.5">
      <p>{failure.message}</p>
      {failure.krakenText !== null && (
        <p className="text-muted">
          {capital(destinationName(view.destination))} said:{" "}
          <q className="font-mono wrap-anywhere">{failure.krakenText}</q>
        </p>
      )}
      <p className="font-medium">{failure.nextStep}</p>
      <p className="text-note text-muted">
        Tried <Moment at={failure.at} />.
        {view.report?.readAt != null && (
          <>
            {" "}
            Below is what the reading of <Moment at={view.report.readAt} /> showed.
          </>
        )}
      </p>
    </div>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

interface ControlProps {
  readonly view: KeyView
  readonly failure: KeyFailure
  readonly step: NextStep
}

function Control({ view, failure, step }: ControlProps) {
  const now = useNow()
  const waiting = failure.pausedUntil !== null && Date.parse(failure.pausedUntil) > now ? failure.pausedUntil : null
  switch (step) {
    case "none":
      return null
    case "paste-again":
      return (
        <ButtonLink href="/add" look="filled">
          Paste the key and its secret again
        </ButtonLink>
      )
    case "one-time-code":
      return <CodeAndRead view={view} />
    case "read-anyway":
      return <ReadAnyway view={view} until={waiting} why={failure.message} />
    case "choose-scale":
      return (
        <div className="space-y-3">
          {waiting !== null && <WaitWord until={waiting} />}
          {mayGoBetweenCalls(failure.kind, view.nonceScale) ? (
            <NamedScale view={view} disabled={waiting !== null} />
          ) : (
            <ScaleAndRead view={view} label="Read again" disabled={waiting !== null} />
          )}
        </div>
      )
    case "read-again":
      return (
        <div className="flex flex-wrap items-center gap-3">
          <ReadButton view={view} label="Read again" disabled={waiting !== null} />
          {waiting !== null && <WaitWord until={waiting} />}
          {view.sample && <KeyScreenLink view={view} />}
        </div>
      )
  }
}

function WaitWord({ until }: { readonly until: string }) {
  return (
    <p>
      Sensible again in <Countdown until={until} />
    </p>
  )
}

function CodeAndRead({ view }: { readonly view: KeyView }) {
  const [code, setCode] = useState("")
  const read = useReadKey(view.id)
  return (
    <form
      className="max-w-md space-y-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() === "") return
        read.mutate({ otpCode: code.trim() })
        setCode("")
      }}
    >
      <OneTimeCodeField value={code} onChange={setCode} />
      <div className="flex flex-wrap items-center gap-3">
        <Button look="filled" type="submit" disabled={code.trim() === "" || read.isPending}>
          Read with this code
        </Button>
        <TextLink href="/add">Paste the key again instead</TextLink>
      </div>
    </form>
  )
}

function ReadAnyway({
  view,
  until,
  why,
}: {
  readonly view: KeyView
  readonly until: string | null
  readonly why: string
}) {
  if (until === null) return <ReadButton view={view} label="Read again" />
  return (
    <div className="flex flex-wrap items-center gap-3">
      <ReadButton
        view={view}
        label="Read anyway"
        options={{ despitePause: true }}
        warning={{
          title: "Read although calls are paused?",
          text: `${why} Another refusal may make Kraken lock the whole account’s calls for a while, those of your programs too. If you can, wait for the pause to end.`,
        }}
      />
      <p>
        The pause ends in <Countdown until={until} />
      </p>
    </div>
  )
}

/** The program's scale was named and yet its number was ahead: it is busy, or the name was wrong. */
function NamedScale({ view, disabled }: { readonly view: KeyView; readonly disabled: boolean }) {
  return (
    <div className="space-y-2">
      <p>
        Its program, as you said: <ScaleLine view={view} />
      </p>
      <div className="flex flex-wrap gap-2">
        <ReadButton view={view} label="Read again" disabled={disabled} />
        <ReadButton
          view={view}
          label="Try between its calls"
          look="outline"
          disabled={disabled}
          options={{ betweenCalls: true }}
          warning={{
            title: "Try once between its calls?",
            text: "Keytrim sends one call with a number just under the clock. If your program calls at that very moment, one of its calls is refused, once. Nothing else changes.",
          }}
        />
      </div>
    </div>
  )
}
