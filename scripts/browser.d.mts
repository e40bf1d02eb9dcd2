export function findBrowser(env?: Record<string, string | undefined>): Promise<string | undefined>
export const browserFlags: string[]
