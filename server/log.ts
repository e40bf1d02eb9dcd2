/** One JSON line an event, to standard output. Never content, names, secrets, cookies or query strings. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void
  warn(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void
}

/** `write` takes one line; standard output by default. */
export function createLog(
  level: 'silent' | 'warn' | 'info',
  write: (line: string) => void = line => process.stdout.write(`${line}\n`),
): Log {
  const say =
    (name: 'info' | 'warn'): Log['info'] =>
    (event, fields = {}) =>
      write(JSON.stringify({ at: new Date().toISOString(), level: name, event, ...fields }))
  const nothing = () => {}
  return {
    info: level === 'info' ? say('info') : nothing,
    warn: level === 'silent' ? nothing : say('warn'),
  }
}
