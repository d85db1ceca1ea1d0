/** One step of the database's form. A step that was released is never changed again; a new one is added behind it. */
export interface Migration {
  /** Counts from 1, without gaps: the database's `user_version` after this step. */
  readonly version: number
  readonly sql: string
}
