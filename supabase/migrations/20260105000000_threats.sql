/*
  Threats: a session that was used in two places, and the page on which people look for them.
*/

-- Ends one session, whoever asks with its access token or its refresh tokens: Supabase Auth takes the
-- tokens of a copied session back, and an access token would live on for up to an hour. Answers whether
-- there was one.
-- Definer: nobody else may end sessions.
create function public.revoke_session(session_id uuid) returns boolean
language sql security definer set search_path = '' as $$
  select private.remove_sessions(array[revoke_session.session_id]) > 0
$$;

revoke execute on function public.revoke_session(uuid) from public, anon, authenticated;
grant execute on function public.revoke_session(uuid) to service_role;

create function private.is_customer(person_id uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (select 1 from public.profiles p where p.id = is_customer.person_id and p.role = 'customer')
$$;


-- The page of one's own security in one call: { devices, activity: { total, events } }, as my_devices()
-- and my_activity() answer them.
create function public.my_security(kind text default null, page integer default 1, page_size integer default 25)
returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'devices', (
      select coalesce(jsonb_agg(to_jsonb(d) || jsonb_build_object('address', host(d.address))), '[]')
      from public.my_devices() d
    ),
    'activity', public.my_activity(my_security.kind, my_security.page, my_security.page_size)
  )
$$;

revoke execute on function public.my_security(text, integer, integer) from public, anon, authenticated;
grant execute on function public.my_security(text, integer, integer) to authenticated;
