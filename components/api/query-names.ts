/** Names under which answers are cached; what is under `all` belongs to the session. */
export const queryNames = {
  session: ["session"],
  keys: ["keys"],
  key: (id: string) => ["key", id],
  purposes: ["purposes"],
  sandbox: ["sandbox"],
  progress: (keyId: string) => ["progress", keyId],
} as const
