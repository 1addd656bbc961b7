/** What is used of the official MCP server package; it is loaded when an agent asks, and not before. */
export {
  createMcpHandler,
  McpServer,
  ProtocolError,
  ProtocolErrorCode,
  readRequestBody,
  type CallToolResult,
} from '@modelcontextprotocol/server';
export { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
