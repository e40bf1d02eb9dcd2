/** What stands before a board: the first page, and the door of an invitation. */
import './nn-first.ts'
import './nn-join.ts'
