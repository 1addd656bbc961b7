/**
 * What is used of the official MCP server package. In the built package this one file holds all of it, so that
 * nobody has to install it, and it is read only when an agent asks.
 */
export {
  createMcpHandler,
  McpServer,
  readRequestBody,
  type CallToolResult,
} from '@modelcontextprotocol/server';
export { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
