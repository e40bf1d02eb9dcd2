/** Lucide’s drawings (ISC licence), only those in use, inlined as paths when the page is built. */
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw'
import arrowLeftRight from 'lucide-static/icons/arrow-left-right.svg?raw'
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw'
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw'
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw'
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw'
import clipboard from 'lucide-static/icons/clipboard.svg?raw'
import copy from 'lucide-static/icons/copy.svg?raw'
import copyPlus from 'lucide-static/icons/copy-plus.svg?raw'
import crosshair from 'lucide-static/icons/crosshair.svg?raw'
import download from 'lucide-static/icons/download.svg?raw'
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw'
import eraser from 'lucide-static/icons/eraser.svg?raw'
import chevronsDownUp from 'lucide-static/icons/chevrons-down-up.svg?raw'
import circleQuestion from 'lucide-static/icons/circle-question-mark.svg?raw'
import eye from 'lucide-static/icons/eye.svg?raw'
import eyeOff from 'lucide-static/icons/eye-off.svg?raw'
import flashlight from 'lucide-static/icons/flashlight.svg?raw'
import group from 'lucide-static/icons/group.svg?raw'
import hand from 'lucide-static/icons/hand.svg?raw'
import heart from 'lucide-static/icons/heart.svg?raw'
import highlighter from 'lucide-static/icons/highlighter.svg?raw'
import image from 'lucide-static/icons/image.svg?raw'
import imageOff from 'lucide-static/icons/image-off.svg?raw'
import keyboard from 'lucide-static/icons/keyboard.svg?raw'
import layoutGrid from 'lucide-static/icons/layout-grid.svg?raw'
import lightbulb from 'lucide-static/icons/lightbulb.svg?raw'
import link from 'lucide-static/icons/link.svg?raw'
import list from 'lucide-static/icons/list.svg?raw'
import lock from 'lucide-static/icons/lock.svg?raw'
import maximize from 'lucide-static/icons/maximize.svg?raw'
import messageSquare from 'lucide-static/icons/message-square.svg?raw'
import minus from 'lucide-static/icons/minus.svg?raw'
import mousePointer2 from 'lucide-static/icons/mouse-pointer-2.svg?raw'
import penLine from 'lucide-static/icons/pen-line.svg?raw'
import pencil from 'lucide-static/icons/pencil.svg?raw'
import plus from 'lucide-static/icons/plus.svg?raw'
import presentation from 'lucide-static/icons/presentation.svg?raw'
import qrCode from 'lucide-static/icons/qr-code.svg?raw'
import redo2 from 'lucide-static/icons/redo-2.svg?raw'
import rotateCcw from 'lucide-static/icons/rotate-ccw.svg?raw'
import scissors from 'lucide-static/icons/scissors.svg?raw'
import search from 'lucide-static/icons/search.svg?raw'
import smile from 'lucide-static/icons/smile.svg?raw'
import spline from 'lucide-static/icons/spline.svg?raw'
import stickyNote from 'lucide-static/icons/sticky-note.svg?raw'
import thumbsUp from 'lucide-static/icons/thumbs-up.svg?raw'
import trash2 from 'lucide-static/icons/trash-2.svg?raw'
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw'
import letterT from 'lucide-static/icons/type.svg?raw'
import undo2 from 'lucide-static/icons/undo-2.svg?raw'
import ungroup from 'lucide-static/icons/ungroup.svg?raw'
import upload from 'lucide-static/icons/upload.svg?raw'
import users from 'lucide-static/icons/users.svg?raw'
import wifiOff from 'lucide-static/icons/wifi-off.svg?raw'
import x from 'lucide-static/icons/x.svg?raw'
import bell from 'lucide-static/icons/bell.svg?raw'
import bellOff from 'lucide-static/icons/bell-off.svg?raw'
import fileText from 'lucide-static/icons/file-text.svg?raw'
import listChecks from 'lucide-static/icons/list-checks.svg?raw'
import pause from 'lucide-static/icons/pause.svg?raw'
import play from 'lucide-static/icons/play.svg?raw'
import printer from 'lucide-static/icons/printer.svg?raw'
import skipForward from 'lucide-static/icons/skip-forward.svg?raw'
import timer from 'lucide-static/icons/timer.svg?raw'
import type { TemplateResult } from 'lit'
import { html } from 'lit'
import { unsafeSVG } from 'lit/directives/unsafe-svg.js'

const DRAWINGS = {
  'arrow-left': arrowLeft,
  'arrow-left-right': arrowLeftRight,
  'arrow-right': arrowRight,
  check,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'chevron-up': chevronUp,
  'chevrons-down-up': chevronsDownUp,
  clipboard,
  'circle-question-mark': circleQuestion,
  copy,
  'copy-plus': copyPlus,
  crosshair,
  download,
  ellipsis,
  eraser,
  eye,
  'eye-off': eyeOff,
  flashlight,
  group,
  hand,
  heart,
  highlighter,
  image,
  'image-off': imageOff,
  keyboard,
  'layout-grid': layoutGrid,
  lightbulb,
  link,
  list,
  lock,
  maximize,
  'message-square': messageSquare,
  minus,
  'mouse-pointer-2': mousePointer2,
  'pen-line': penLine,
  pencil,
  plus,
  presentation,
  'qr-code': qrCode,
  'redo-2': redo2,
  'rotate-ccw': rotateCcw,
  scissors,
  search,
  smile,
  spline,
  'sticky-note': stickyNote,
  'thumbs-up': thumbsUp,
  'trash-2': trash2,
  'triangle-alert': triangleAlert,
  type: letterT,
  'undo-2': undo2,
  ungroup,
  upload,
  users,
  'wifi-off': wifiOff,
  bell,
  'bell-off': bellOff,
  'file-text': fileText,
  'list-checks': listChecks,
  pause,
  play,
  printer,
  'skip-forward': skipForward,
  timer,
  x,
}
export type IconName = keyof typeof DRAWINGS

export const isIcon = (name: string): name is IconName => Object.hasOwn(DRAWINGS, name)

const pathsOf = (drawing: string): string => drawing.replace(/^[\s\S]*?<svg[\s\S]*?>|<\/svg>\s*$/g, '')

const PATHS = new Map(Object.entries(DRAWINGS).map(([name, drawing]) => [name, pathsOf(drawing)]))

/** Drawings that point along the reading; on a page from right to left they point the other way. Undo and redo do not. */
const TURNING: ReadonlySet<IconName> = new Set(['chevron-left', 'chevron-right', 'list', 'list-checks', 'skip-forward'])

/** An icon of 20 px, or of 16 px in running text. It says nothing to screen readers: the button around it has the name. */
export const icon = (name: IconName, size: 'normal' | 'small' = 'normal'): TemplateResult =>
  html`<svg class="icon ${size} ${TURNING.has(name) ? 'turns' : ''}" viewBox="0 0 24 24" aria-hidden="true">${unsafeSVG(PATHS.get(name))}</svg>`
