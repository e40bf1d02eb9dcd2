/** Writes server/openapi.json from the table of routes. A test says when this is due. */
import { writeFileSync } from 'node:fs'
import { openApi } from '../server/routes/openapi.ts'

writeFileSync(new URL('../server/openapi.json', import.meta.url), `${JSON.stringify(openApi(), null, 2)}\n`)
