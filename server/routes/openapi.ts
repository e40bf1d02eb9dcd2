/** The table of routes as an OpenAPI 3.1 document; `openapi.json` is its written form, and a test holds the two together. */
import { z } from 'zod'
import type { Route } from './route.ts'
import { ROUTES } from './table.ts'

const pathOf = (path: string): string => path.replace(/:(\w+)\{\.\+\\(\.\w+)\}/g, '{$1}$2').replace(/:(\w+)/g, '{$1}')

const parameters = (route: Route) => [
  ...[...pathOf(route.path).matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  ...Object.entries(route.query ?? {}).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
  })),
]

const contentOf = ({ body, text, bytes }: Route) => {
  // What is bytes has no schema: its type says all.
  if (bytes) return Object.fromEntries(bytes.types.map(type => [type, {}]))
  return body && { [text ?? 'application/json']: { schema: z.toJSONSchema(body, { io: 'input' }) } }
}

const bodyOf = (route: Route) => {
  const content = contentOf(route)
  return content && { requestBody: { content } }
}

const operation = (route: Route) => ({
  summary: route.summary,
  parameters: parameters(route),
  ...bodyOf(route),
  responses: Object.fromEntries(
    Object.entries(route.answers).map(([status, description]) => [status, { description }]),
  ),
  ...(route.access === 'anyone' ? {} : { security: [{ session: [] }, { secret: [] }], 'x-role': route.access }),
})

export function openApi(): unknown {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of ROUTES) (paths[pathOf(route.path)] ??= {})[route.method] = operation(route)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nonagon',
      version: '1',
      description: 'Boards, their people, links and canvases. Errors are `{ "error": { "code", "message" } }`.',
    },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'nonagon' },
        secret: {
          type: 'http',
          scheme: 'bearer',
          description: 'The secret of a link; X-Nonagon-Name names the person.',
        },
      },
    },
  }
}
