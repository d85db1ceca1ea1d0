import type { Server } from "node:http"

/** Binds to 127.0.0.1 on `port`, or on the next free one above it. Resolves with the port that was taken; rejects for other reasons. */
export async function listenFrom(server: Server, port: number): Promise<number> {
  for (let candidate = port; candidate <= 65_535; candidate++) {
    if (await tryListen(server, candidate)) return candidate
  }
  throw new Error("no free port was found")
}

function tryListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off("listening", onListening)
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false)
      else reject(error)
    }
    const onListening = () => {
      server.off("error", onError)
      resolve(true)
    }
    server.once("error", onError)
    server.once("listening", onListening)
    server.listen({ port, host: "127.0.0.1", exclusive: true })
  })
}
