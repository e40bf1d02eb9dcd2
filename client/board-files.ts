/** The document of a board, its line and the editor, in one file: what comes with the first board, not with the page. */
export { browserGround } from './sync/browser.ts'
export { findMembership } from './sync/membership.ts'
export { forgetBoard, openBoard } from './sync/open-board.ts'
export { hasUnsaved } from './sync/saved.ts'
export { createEditor } from './editor/create-editor.ts'
