-- What an editor does with a draft: run by tests/lsp/neovim.rs.
local seen = {}
local function note(line) table.insert(seen, line) end
local function finish()
  vim.fn.writefile(vim.split(table.concat(seen, "\n"), "\n"), "seen.txt")
  vim.cmd("qall!")
end

local buffer = vim.api.nvim_get_current_buf()
vim.lsp.start_client({
  name = "sayso",
  cmd = { vim.env.SAYSO, "lsp" },
  root_dir = vim.fn.getcwd(),
  on_attach = function() end,
  on_init = function(client) vim.lsp.buf_attach_client(buffer, client.id) end,
})

local function codes()
  return vim.tbl_map(function(it) return it.code end, vim.diagnostic.get(buffer))
end
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 30000) or {}
  for _, answer in pairs(answers) do
    if answer.result then return answer.result end
  end
  return {}
end

local ok, reason = pcall(function()
  vim.wait(30000, function() return #codes() > 0 end, 50)
  for _, code in ipairs(codes()) do note("finding " .. code) end

  vim.fn.search("give way")
  local hover = ask("textDocument/hover", vim.lsp.util.make_position_params())
  note("hover " .. vim.inspect(hover.contents and hover.contents.value):gsub('^"', ""))

  local document = { textDocument = vim.lsp.util.make_text_document_params() }
  for _, symbol in ipairs(ask("textDocument/documentSymbol", document)) do note("symbol " .. symbol.name) end

  vim.fn.cursor(1, 1)
  vim.fn.search("Friday")
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  local action = ask("textDocument/codeAction", params)[1]
  vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(1).offset_encoding)
  vim.wait(30000, function() return vim.tbl_contains(codes(), "suppressions/unexplained") end, 50)
  for _, code in ipairs(codes()) do note("after " .. code) end
  for _, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do note("line " .. line) end
end)
if not ok then note("failed " .. tostring(reason)) end
finish()
