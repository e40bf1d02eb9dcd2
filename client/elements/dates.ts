/** Days and times as the language of the page writes them. */
const DAY_MS = 86_400_000

const language = (): string => document.documentElement.lang || 'en'

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** “Today”, “Yesterday”, a weekday within the week, else the day. The first letter is the style's to raise. */
export function lastVisit(at: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS)
  if (days <= 1) return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(-Math.max(0, days), 'day')
  const parts = days < 7 ? ({ weekday: 'long' } as const) : ({ day: 'numeric', month: 'short' } as const)
  return new Intl.DateTimeFormat(language(), parts).format(at)
}

/** A moment that something ends at. */
export const momentOf = (at: number): string =>
  new Intl.DateTimeFormat(language(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at)
