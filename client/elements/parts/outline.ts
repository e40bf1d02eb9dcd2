/** What the outline is made of, which on a phone is the first view. */
import '../../words/later.ts'
import '../nn-outline.ts'
import '../nn-note-panel.ts'
