/** Bytes that one update may have: the gate refuses more, and who would write much asks before. */
export const UPDATE_BYTES = {
  /** What is typed, moved and coloured. */
  ordinary: 64 * 1024,
  /** In which records come or go, and what comes from someone who was away. */
  large: 1024 * 1024,
} as const
