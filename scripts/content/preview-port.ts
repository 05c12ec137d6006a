/** Where the preview is, unless `--port` says another place. */
export const PREVIEW_PORT = 54600
