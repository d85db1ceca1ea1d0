/** Names under which answers are cached; what is under `all` belongs to the session. */
export const queryNames = {
  session: ["session"],
  keys: ["keys"],
  key: (id: string) => ["key", id],
  purposes: ["purposes"],
  entries: ["entries"],
  entry: (id: string, on: readonly string[]) => ["entry", id, ...on],
  sandbox: ["sandbox"],
  progress: (keyId: string) => ["progress", keyId],
} as const
