/*
  Sign-in attempts: the soft lock of an account.

  Three counters, each over 15 minutes from its first attempt: one address (or known device) on one account,
  one address over all accounts, one account from everywhere. Only attempts that were let through count
  for the last two, so a stranger who is refused cannot push anybody else out. Where somebody has signed
  in before is known for 90 days, and known places are never held back by what others try: the owner
  gets in while the account is under attack.

  All keys are hashes that the web server makes; no address or name is kept.
*/

create table public.known_sign_ins (
  account_key text not null,
  from_key text not null,
  expires_at timestamptz not null,

  primary key (account_key, from_key),
  constraint known_sign_ins_key_lengths
    check (char_length(account_key) between 1 and 100 and char_length(from_key) between 1 and 100)
);

comment on column public.known_sign_ins.from_key is 'The key of an address or of a device.';

create index known_sign_ins_by_expiry on public.known_sign_ins (expires_at);

alter table public.known_sign_ins enable row level security;
revoke all on public.known_sign_ins from anon, authenticated;

grant select, insert, update, delete on public.known_sign_ins to service_role;

create function private.is_known_sign_in(account_key text, from_key text) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select 1
    from public.known_sign_ins k
    where k.account_key = is_known_sign_in.account_key
      and k.from_key = is_known_sign_in.from_key
      and k.expires_at > now()
  )
$$;

grant execute on function private.is_known_sign_in(text, text) to service_role;

-- Counts an attempt before the password or code is looked at.
-- Answers { allowed, retry_after_seconds, refused_by, first_refusal }: refused_by is `here` (this address
-- or device on this account), `address` (this address on many accounts), `account` (the account from
-- many addresses) or null; first_refusal is true once for each lock, when it is time to tell the owner.
create function public.sign_in_attempt(account_key text, address_key text, device_key text default null)
returns jsonb
language plpgsql set search_path = '' as $$
declare
  fifteen_minutes constant integer := 900;
  known_device constant boolean := private.is_known_sign_in(account_key, device_key);
  known_address constant boolean := private.is_known_sign_in(account_key, address_key);
  place constant text := case when known_device then device_key else address_key end;
  counter record;
  counted jsonb;
begin
  for counter in
    select * from (values
      ('here', 'sign-in:here:' || account_key || ':' || place, 5, true),
      ('address', 'sign-in:address:' || address_key, 30, not known_device),
      ('account', 'sign-in:account:' || account_key, 50, not known_device and not known_address)
    ) as counters (name, key, allowed, applies)
    where applies
  loop
    counted := public.count_attempt(counter.key, fifteen_minutes, counter.allowed);
    if not (counted ->> 'allowed')::boolean then
      return jsonb_build_object(
        'allowed', false,
        'retry_after_seconds', counted -> 'retry_after_seconds',
        'refused_by', counter.name,
        'first_refusal', (
          select r.attempts = counter.allowed + 1 from public.rate_limits r where r.key = counter.key
        )
      );
    end if;
  end loop;

  return '{"allowed": true, "retry_after_seconds": 0, "refused_by": null, "first_refusal": false}'::jsonb;
end
$$;

revoke execute on function public.sign_in_attempt(text, text, text) from public, anon, authenticated;
grant execute on function public.sign_in_attempt(text, text, text) to service_role;

-- Somebody proved who they are: their own failures are forgotten, the place becomes known, and the shared
-- counters get the attempt back.
create function public.sign_in_succeeded(account_key text, address_key text, device_key text default null)
returns void
language plpgsql set search_path = '' as $$
begin
  delete from public.rate_limits r
  where r.key in (
    'sign-in:here:' || account_key || ':' || address_key,
    'sign-in:here:' || account_key || ':' || device_key
  );
  update public.rate_limits r
  set attempts = greatest(r.attempts - 1, 0)
  where r.key in ('sign-in:address:' || address_key, 'sign-in:account:' || account_key);

  insert into public.known_sign_ins as k (account_key, from_key, expires_at)
  select sign_in_succeeded.account_key, place.key, now() + interval '90 days'
  from (values (address_key), (device_key)) as place (key)
  where place.key is not null
  on conflict on constraint known_sign_ins_pkey do update set expires_at = excluded.expires_at;
end
$$;

revoke execute on function public.sign_in_succeeded(text, text, text) from public, anon, authenticated;
grant execute on function public.sign_in_succeeded(text, text, text) to service_role;

-- Forgets the places of an account, after "this was not me".
create function public.forget_known_sign_ins(account_key text) returns void
language sql set search_path = '' as $$
  delete from public.known_sign_ins k where k.account_key = forget_known_sign_ins.account_key
$$;

revoke execute on function public.forget_known_sign_ins(text) from public, anon, authenticated;
grant execute on function public.forget_known_sign_ins(text) to service_role;

-- Removes what is known no longer; answers how many.
create function public.sweep_known_sign_ins() returns integer
language plpgsql set search_path = '' as $$
declare
  swept integer;
begin
  delete from public.known_sign_ins k where k.expires_at <= now();
  get diagnostics swept = row_count;
  return swept;
end
$$;

revoke execute on function public.sweep_known_sign_ins() from public, anon, authenticated;
grant execute on function public.sweep_known_sign_ins() to service_role;
