import { flatRoutes } from '@remix-run/fs-routes'

/** The URL map: one folder of `app/routes` per URL. */
export default flatRoutes()
