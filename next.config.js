/** @type {import("next").NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  reactCompiler: true,
  poweredByHeader: false,
  agentRules: false,
  typescript: { ignoreBuildErrors: false },
  experimental: { agentUpgrade: false, turbopackRustReactCompiler: true },
}

export default nextConfig
