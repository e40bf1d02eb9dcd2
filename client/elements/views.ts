/** Canvas or outline: which of the two a page begins with, and comes back to. */

export const PHONE = '(max-width: 640px)'

export const opensWithOutline = (): boolean =>
  new URLSearchParams(location.search).get('view') === 'outline' || matchMedia(PHONE).matches

/** A reload comes back to the same view. */
export function rememberView(view: 'outline' | ''): void {
  const address = new URL(location.href)
  if (view) address.searchParams.set('view', view)
  else address.searchParams.delete('view')
  history.replaceState(history.state, '', address)
}
