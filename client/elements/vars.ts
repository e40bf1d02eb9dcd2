/** `${vars({ '--paper': … })}` in an element's tag: custom properties set from code, as the page allows no `style=` in its markup. */
import type { ElementPart } from 'lit'
import { nothing } from 'lit'
import type { PartInfo } from 'lit/directive.js'
import { Directive, directive, PartType } from 'lit/directive.js'

export type Vars = Readonly<Record<`--${string}`, string | number | undefined>>

class VarsDirective extends Directive {
  private set: Vars = {}

  constructor(part: PartInfo) {
    super(part)
    if (part.type !== PartType.ELEMENT) throw new Error('vars() belongs into an element’s tag')
  }

  render(_vars: Vars): typeof nothing {
    return nothing
  }

  override update(part: ElementPart, [vars]: [Vars]): typeof nothing {
    const { style } = part.element as HTMLElement
    for (const name of Object.keys(this.set) as (keyof Vars)[]) if (vars[name] === undefined) style.removeProperty(name)
    for (const [name, value] of Object.entries(vars))
      if (value !== undefined && value !== this.set[name as keyof Vars]) style.setProperty(name, String(value))
    this.set = vars
    return nothing
  }
}

export const vars = directive(VarsDirective)
