/*
  Keyboard shortcuts of the desk, which each person can turn off: single letters get in the way of those
  who speak to their computer.
*/

alter table public.profiles add column shortcuts boolean not null default true;
comment on column public.profiles.shortcuts is 'Whether single letters act at the desk.';

-- As before, with `shortcuts`: the signed-in person, or no row when the session was ended, is over its limits
-- or the account is banned. Keeps the device's last_seen_at to the minute.
-- Definer: nobody else can read auth.sessions.
drop function public.viewer();
create function public.viewer()
returns table (
  id uuid, email text, phone text, role text, name text, time_zone text, session_id uuid, device_noted boolean,
  shortcuts boolean
)
language plpgsql security definer set search_path = '' as $$
declare
  asked constant uuid := ((select auth.jwt()) ->> 'session_id')::uuid;
  started timestamptz;
  used timestamptz;
  seen timestamptz;
  limits public.session_limits;
begin
  select s.created_at, greatest(s.created_at, s.updated_at, d.last_seen_at), d.last_seen_at
  into started, used, seen
  from auth.sessions s
  left join public.devices d on d.session_id = s.id
  where s.id = asked and s.user_id = (select auth.uid());
  if not found then
    return;
  end if;

  select * into limits from public.session_limits;
  if started < now() - make_interval(mins => limits.absolute_minutes)
    or used < now() - make_interval(mins => limits.idle_minutes)
  then
    perform private.remove_sessions(array[asked]);
    return;
  end if;

  if seen < now() - interval '1 minute' then
    update public.devices d set last_seen_at = now() where d.session_id = asked;
  end if;

  return query
    select p.id, nullif(u.email, '')::text, nullif(u.phone, '')::text, p.role, p.name, p.time_zone, s.id,
      seen is not null, p.shortcuts
    from auth.sessions s
    join auth.users u on u.id = s.user_id
    join public.profiles p on p.id = u.id
    where s.id = asked
      and (s.not_after is null or s.not_after > now())
      and (u.banned_until is null or u.banned_until <= now())
      and u.deleted_at is null
      and p.deleted_at is null;
end
$$;

revoke execute on function public.viewer() from public, anon, authenticated;
grant execute on function public.viewer() to authenticated;

-- Definer: nobody may write to profiles, and this writes one column of one row.
create function public.choose_shortcuts(wanted boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
begin
  update public.profiles p set shortcuts = coalesce(wanted, true) where p.id = person.id;
end
$$;

revoke execute on function public.choose_shortcuts(boolean) from public, anon, authenticated;
grant execute on function public.choose_shortcuts(boolean) to authenticated;
