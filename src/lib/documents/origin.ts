/**
 * The name of every change that a person makes on this page. Undo takes back these and no others, and only
 * these wait to be sent; what comes in from elsewhere carries the name of what brought it.
 */
export const BY_HAND = 'by hand';
