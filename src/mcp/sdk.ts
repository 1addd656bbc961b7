/**
 * What is used of the official MCP server package. In the built package this one file holds all of it, so that
 * nobody has to install it, and it is read only when an agent asks.
 */
export { createMcpHandler, McpServer, type CallToolResult } from '@modelcontextprotocol/server';
export { serveStdio } from '@modelcontextprotocol/server/stdio';
