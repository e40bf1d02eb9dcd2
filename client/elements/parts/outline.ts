/** What the outline is made of, which on a phone is the first view. */
import '../nn-outline.ts'
import '../nn-note-panel.ts'
