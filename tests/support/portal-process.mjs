// The web server as a process of its own, as in real life: a test can kill it.
import { serve } from '../../build/portal/server/index.js'

const server = await serve()
console.log('ready')
const stop = () => void server.stop().then(() => process.exit(0))
process.once('SIGTERM', stop)
process.once('disconnect', stop)
