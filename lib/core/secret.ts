const INSPECT = Symbol.for("nodejs.util.inspect.custom")

/**
 * A text that must not be seen: it prints as `[secret]` and throws when something tries to serialise it.
 * `expose()` is the only way to the text; whoever calls it is visible in a search for that word.
 */
export class Secret {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  expose(): string {
    return this.#text
  }

  toString(): string {
    return "[secret]"
  }

  // A friendly placeholder would slip through to the browser unnoticed; a thrown error does not.
  toJSON(): never {
    throw new Error("a secret must not be serialised")
  }

  [INSPECT](): string {
    return "[secret]"
  }
}
