/** Reads a Dockerfile, and plays it in a folder as far as that goes without a container engine. */
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { bareEnv, linkPackages, ROOT } from './checkout.ts'

interface Instruction {
  readonly name: string
  readonly text: string
}

/** One stage after another; comments and broken lines are understood, nothing else of the syntax that ours does not use. */
function readStages(text: string): Instruction[][] {
  const lines = text
    .split('\n')
    .filter(line => !/^\s*(#|$)/.test(line))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
  const stages: Instruction[][] = []
  for (const line of lines) {
    const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? []
    if (name === 'FROM') stages.push([])
    stages.at(-1)?.push({ name, text: rest })
  }
  return stages
}

/** A line of .dockerignore: `*` is any part of one name, also of a hidden one, and `**` any folders. */
const pattern = (rule: string): RegExp =>
  new RegExp(`^${rule.replaceAll('.', '\\.').replaceAll(/\*\*\/|\*/g, stars => (stars === '*' ? '[^/]*' : '(.*/)?'))}$`)

/** What `docker build` would send: the last line that fits a path, or a folder above it, decides. */
function copyContext(folder: string): void {
  const lines = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n')
  const rules = lines
    .filter(line => line && !line.startsWith('#'))
    .map(line => ({ fits: pattern(line.replace(/^!/, '')), ignores: !line.startsWith('!') }))
  const isSent = (path: string): boolean => {
    const above = path.split('/').map((_, i, parts) => parts.slice(0, i + 1).join('/'))
    return rules.findLast(({ fits }) => above.some(each => fits.test(each)))?.ignores !== true
  }
  cpSync(ROOT, folder, { recursive: true, filter: path => isSent(relative(ROOT, path)) || relative(ROOT, path) === '' })
}

/** A server's own user where these tests run as root; whoever runs them otherwise. */
export const NODE_USER = process.getuid?.() === 0 ? { uid: 1000, gid: 1000 } : undefined

export interface Image {
  /** `/` of the image. */
  readonly root: string
  readonly workdir: string
  readonly env: Readonly<Record<string, string>>
  readonly user: string
  readonly volumes: readonly string[]
  readonly ports: readonly string[]
  readonly command: readonly string[]
  readonly healthCheck: readonly string[]
  /** What was done otherwise than it says, in words; of all stages. */
  readonly notDone: string[]
}

type Draft = { -readonly [Key in keyof Image]: Image[Key] }

const list = (text: string): readonly string[] => {
  const value: unknown = JSON.parse(text)
  if (Array.isArray(value) && value.every(each => typeof each === 'string')) return value
  throw new Error(`${text} is not written as a list, so a shell would stand in between.`)
}

/** A path of the image, here. */
export const here = (image: Pick<Image, 'root' | 'workdir'>, path: string): string =>
  path.startsWith('/') ? join(image.root, path) : join(image.root, image.workdir, path)

type Play = (
  image: Draft,
  text: string,
  from: { readonly context: string; readonly stage: (name: string) => Draft },
) => void

const PLAYS: Readonly<Record<string, Play>> = {
  FROM: (image, text) => {
    image.notDone.push(`FROM ${text} (this machine's Node ${process.versions.node} instead)`)
  },
  WORKDIR: (image, text) => {
    image.workdir = text
    mkdirSync(here(image, text), { recursive: true })
  },
  ENV: (image, text) => {
    const pairs = text.split(/\s+/).map(pair => pair.split('=') as [string, string])
    image.env = { ...image.env, ...Object.fromEntries(pairs) }
  },
  COPY: (image, text, { context, stage }) => {
    const [, name, rest = ''] = /^(?:--from=(\S+) )?(.*)$/.exec(text) ?? []
    const paths = rest.split(/\s+/)
    const to = here(image, paths.pop() ?? '')
    for (const path of paths) {
      const source = name ? here(stage(name), path) : join(context, path)
      const isFile = statSync(source).isFile()
      cpSync(source, isFile ? join(to, path) : to, { recursive: true })
    }
  },
  RUN: (image, text) => {
    if (text.startsWith('npm ci')) {
      linkPackages(here(image, '.'))
      image.notDone.push(`RUN ${text} (this clone's packages instead)`)
      return
    }
    const owner = NODE_USER ? `${NODE_USER.uid}:${NODE_USER.gid}` : `${process.getuid?.()}:${process.getgid?.()}`
    const script = text.replaceAll('node:node', owner).replaceAll(/(?<=\s)\//g, `${image.root}/`)
    execFileSync('sh', ['-ec', script], { cwd: here(image, '.'), env: bareEnv(image.root), stdio: 'pipe' })
  },
  USER: (image, text) => {
    image.user = text
  },
  VOLUME: (image, text) => {
    image.volumes = [...image.volumes, text]
  },
  EXPOSE: (image, text) => {
    image.ports = [...image.ports, text]
  },
  HEALTHCHECK: (image, text) => {
    image.healthCheck = list(text.replace(/^.*?CMD\s+/, ''))
  },
  CMD: (image, text) => {
    image.command = list(text)
  },
}

const emptyImage = (root: string, notDone: string[]): Draft => ({
  root,
  workdir: '/',
  env: {},
  user: 'root',
  volumes: [],
  ports: [],
  command: [],
  healthCheck: [],
  notDone,
})

/** Plays every stage below `folder`; answers the last. */
export function playDockerfile(folder: string): Image {
  const context = join(folder, 'context')
  copyContext(context)
  const stages = new Map<string, Draft>()
  const stage = (name: string): Draft => {
    const found = stages.get(name)
    if (!found) throw new Error(`There is no stage ${name}.`)
    return found
  }
  const notDone: string[] = []
  for (const [i, instructions] of readStages(readFileSync(join(ROOT, 'Dockerfile'), 'utf8')).entries()) {
    const image = emptyImage(join(folder, `stage${i}`), notDone)
    mkdirSync(image.root)
    for (const { name, text } of instructions) {
      const play = PLAYS[name]
      if (!play) throw new Error(`${name} is not understood.`)
      play(image, text, { context, stage })
    }
    const [, name = ''] = / AS (\S+)$/i.exec(instructions[0]?.text ?? '') ?? []
    stages.set(name, image)
  }
  // The one without a name is what ships.
  return stage('')
}

/** This machine's Node as the only program in a folder: proof that nothing else is asked for, and open to every user. */
export function aloneNode(folder: string): string {
  mkdirSync(folder)
  const file = join(folder, 'node')
  copyFileSync(process.execPath, file)
  chmodSync(file, 0o755)
  return file
}

export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
