/** Copies text. On plain http the clipboard is closed to pages: then the text is selected, and the person presses the keys. */

/** True when it was copied; false when it is only selected, ready for Ctrl C. */
export async function copyText(text: string, field?: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  try {
    if (isSecureContext) {
      await navigator.clipboard.writeText(text)
      return true
    }
  } catch {
    // Refused by the person or the browser: selecting still works.
  }
  field?.focus()
  field?.select()
  return field !== undefined && document.execCommand('copy')
}
