/** What is used of the official MCP server package; it is loaded when an agent asks, and not before. */
export {
  createMcpHandler,
  McpServer,
  parseJSONRPCMessage,
  ProtocolError,
  ProtocolErrorCode,
  readRequestBody,
  type CallToolResult,
  type JSONRPCMessage,
} from '@modelcontextprotocol/server';
export { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio';
