/*
  Rate limits: how often something was tried lately.

  Counted here because several web servers share one database. The caller makes the key (say, a hash
  of what is limited and of who tries), so no address or name is kept. Only the server may count.
*/

create table public.rate_limits (
  key text primary key,
  attempts integer not null,
  expires_at timestamptz not null,

  constraint rate_limits_key_length check (char_length(key) between 1 and 200)
);

create index rate_limits_by_expiry on public.rate_limits (expires_at);

alter table public.rate_limits enable row level security;
revoke all on public.rate_limits from anon, authenticated;

grant select, insert, update, delete on public.rate_limits to service_role;

-- Counts one attempt and says whether it is within `allowed` per `window_seconds`. The window starts with
-- the first attempt and is not prolonged by refused ones, so nobody can lock somebody else out for ever.
-- One statement, hence exact however many try at once.
create function public.count_attempt(key text, window_seconds integer, allowed integer) returns jsonb
language plpgsql set search_path = '' as $$
declare
  counted public.rate_limits;
begin
  if window_seconds is null or window_seconds < 1 or allowed is null or allowed < 0 then
    raise exception 'window_seconds must be at least 1 and allowed at least 0.' using errcode = '22023';
  end if;

  insert into public.rate_limits as r (key, attempts, expires_at)
  values (count_attempt.key, 1, clock_timestamp() + make_interval(secs => window_seconds))
  on conflict on constraint rate_limits_pkey do update
  set
    attempts = case when r.expires_at <= clock_timestamp() then 1 else r.attempts + 1 end,
    expires_at = case
      when r.expires_at <= clock_timestamp() then excluded.expires_at
      else r.expires_at
    end
  returning * into counted;

  return jsonb_build_object(
    'allowed', counted.attempts <= count_attempt.allowed,
    'remaining', greatest(count_attempt.allowed - counted.attempts, 0),
    'retry_after_seconds', case
      when counted.attempts <= count_attempt.allowed then 0
      else greatest(ceil(extract(epoch from counted.expires_at - clock_timestamp())), 1)::integer
    end
  );
end
$$;

revoke execute on function public.count_attempt(text, integer, integer) from public, anon, authenticated;
grant execute on function public.count_attempt(text, integer, integer) to service_role;

-- Removes what no longer counts; answers how many.
create function public.sweep_rate_limits() returns integer
language plpgsql set search_path = '' as $$
declare
  swept integer;
begin
  delete from public.rate_limits r where r.expires_at <= clock_timestamp();
  get diagnostics swept = row_count;
  return swept;
end
$$;

revoke execute on function public.sweep_rate_limits() from public, anon, authenticated;
grant execute on function public.sweep_rate_limits() to service_role;
