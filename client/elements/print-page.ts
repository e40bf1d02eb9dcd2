/** Prints a part of the page and nothing else: a copy of it lies in the document while the printer asks. */

export function printPage(part: HTMLElement): void {
  const sheet = document.createElement('div')
  sheet.className = 'printed'
  sheet.append(part.cloneNode(true))
  document.body.append(sheet)
  document.documentElement.setAttribute('data-prints', '')
  addEventListener(
    'afterprint',
    () => {
      sheet.remove()
      document.documentElement.removeAttribute('data-prints')
    },
    { once: true },
  )
  print()
}
