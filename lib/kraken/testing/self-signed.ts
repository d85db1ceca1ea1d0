import { generateKeyPairSync, sign } from "node:crypto"

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const ecdsaWithSha256 = () => sequence(der(0x06, Buffer.from("2a8648ce3d040302", "hex")))
const commonName = (name: string) =>
  sequence(der(0x31, sequence(der(0x06, Buffer.from("550403", "hex")), der(0x0c, Buffer.from(name)))))
const years = (from: string, to: string) => sequence(der(0x17, Buffer.from(from)), der(0x17, Buffer.from(to)))

/** A fresh certificate for 127.0.0.1 that nobody vouches for, valid in time and correctly signed by itself. */
export function selfSigned(): { key: string; cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
  const address = sequence(der(0x87, Buffer.from([127, 0, 0, 1])))
  const alternativeName = sequence(der(0x06, Buffer.from("551d11", "hex")), der(0x04, address))
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256(),
    commonName("127.0.0.1"),
    years("200101000000Z", "400101000000Z"),
    commonName("127.0.0.1"),
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, sequence(alternativeName)),
  )
  const signature = sign("sha256", body, privateKey)
  const certificate = sequence(body, ecdsaWithSha256(), der(0x03, Buffer.from([0]), signature))
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64")}\n-----END CERTIFICATE-----\n`,
  }
}
