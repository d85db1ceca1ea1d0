/** Why the data folder cannot be used. The message is one sentence for the terminal and says what to do. */
export interface HistoryProblem {
  readonly kind: "unusable" | "others-can-write" | "not-ours" | "in-use" | "damaged" | "newer"
  readonly message: string
}
