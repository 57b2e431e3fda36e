-- Asks for each line of a file in turn. A line has a path, then names and values of headers, parted by tabs.
local requests, last = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local parts = {}
    for part in line:gmatch("[^\t]+") do
      parts[#parts + 1] = part
    end
    local headers = {}
    for i = 2, #parts, 2 do
      headers[parts[i]] = parts[i + 1]
    end
    requests[#requests + 1] = wrk.format("GET", parts[1], headers)
  end
end

function request()
  last = last % #requests + 1
  return requests[last]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format("told requests=%d micros=%d failed=%d p50=%d p99=%d max=%d", summary.requests, summary.duration,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50), latency:percentile(99), latency.max))
end
