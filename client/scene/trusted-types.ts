/** Lets Konva empty its container under Trusted Types, and nothing more. Imported before Konva, by the scene alone. */

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown
}

/** Konva's stage writes `container.innerHTML = ''`. Any other text is refused, as if there were no policy. */
export const emptyOnly = (text: string): string | null => (text === '' ? '' : null)

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes }
trustedTypes?.createPolicy('default', { createHTML: emptyOnly })
