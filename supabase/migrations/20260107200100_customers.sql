/*
  What staff see of customers, and what admins may do with an account.

  Postgres sets `banned_until` itself, as the admin API of Supabase Auth would: then who may, the
  end of the sessions, the history and the notice are one transaction, and no key but the admin's own
  session is needed.
*/

-- People are told when their account is suspended and when it is theirs again.
insert into public.notification_kinds (kind, topic) values
  ('banned', 'security'),
  ('unbanned', 'security');

-- Definer: nobody else can read auth.users.
create function private.is_suspended(person_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from auth.users u where u.id = person_id and u.banned_until > now())
$$;

create index tickets_open_of_requester on public.tickets (requester_id)
  where status not in ('solved', 'closed');


-- Reading

-- One page of customers, `{ total, customers }`, by name; each { id, name, email, phone, created_at,
-- deleted, suspended, open_tickets, tickets, last_seen_at }. `search` is part of a name or of an
-- email address, the end of a phone number, or a ticket number; who has left is found by a ticket number alone.
-- Raises PT403 for anybody but staff.
-- Definer: nobody else can read auth.users.
create function public.list_customers(search text default null, page integer default 1, page_size integer default 25)
returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  staff public.profiles := private.require_staff();
  words constant text := nullif(btrim(left(list_customers.search, 200)), '');
  pattern constant text := '%' || regexp_replace(words, '([%_\\])', '\\\1', 'g') || '%';
  digits constant text := case when words ~ '^[+(]?[0-9][0-9 ()./-]*$' then regexp_replace(words, '[^0-9]', '', 'g') end;
  wanted_number constant integer := case when words ~ '^#?[0-9]{1,9}$' then ltrim(words, '#') end;
  rows_per_page constant integer := least(greatest(coalesce(page_size, 25), 1), 100);
  rows_before constant bigint := (greatest(coalesce(page, 1), 1) - 1)::bigint * rows_per_page;
begin
  return (
    with found as (
      select p.id, p.name, p.created_at, p.deleted_at
      from public.profiles p
      left join auth.users u on u.id = p.id
      where p.role = 'customer'
        and (
          (p.deleted_at is null and (
            words is null or p.name ilike pattern or u.email ilike pattern
            or (char_length(digits) >= 5 and u.phone like '%' || ltrim(digits, '0'))
          ))
          or exists (
            select from public.tickets t where t.number = wanted_number and t.requester_id = p.id
          )
        )
    ), page as (
      select * from found order by lower(found.name), found.id limit rows_per_page offset rows_before
    )
    select jsonb_build_object(
      'total', (select count(*) from found),
      'customers', coalesce(jsonb_agg(
        jsonb_build_object(
          'id', page.id, 'name', page.name, 'created_at', page.created_at, 'deleted', page.deleted_at is not null,
          'email', nullif(u.email, ''), 'phone', nullif(u.phone, ''),
          'suspended', coalesce(u.banned_until > now(), false),
          'tickets', (select count(*) from public.tickets t where t.requester_id = page.id),
          'open_tickets', (
            select count(*) from public.tickets t
            where t.requester_id = page.id and t.status not in ('solved', 'closed')
          ),
          'last_seen_at', (select max(d.last_seen_at) from public.devices d where d.person_id = page.id)
        ) order by lower(page.name), page.id
      ), '[]')
    )
    from page
    left join auth.users u on u.id = page.id
  );
end
$$;

revoke execute on function public.list_customers(text, integer, integer) from public, anon, authenticated;
grant execute on function public.list_customers(text, integer, integer) to authenticated;

-- The choices of somebody about notices, as my_notification_choices() answers them.
create function private.notices_of(person_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_agg(
    jsonb_build_object('topic', t.topic, 'mail', coalesce(c.mail, true), 'sms', coalesce(c.sms, false))
    order by t.topic
  )
  from (select distinct k.topic from public.notification_kinds k) as t
  left join public.notification_choices c on c.topic = t.topic and c.person_id = notices_of.person_id
$$;

-- How safe an account looks: { last_seen_at, devices, failures, last_sign_in }, the failures of 30 days.
-- Where somebody signed in from is for admins alone; for others it is null.
create function private.safety_of(person_id uuid, with_place boolean) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'last_seen_at', (select max(d.last_seen_at) from public.devices d where d.person_id = safety_of.person_id),
    'devices', (
      select count(*) from public.devices d where d.person_id = safety_of.person_id and d.ended_at is null
    ),
    'failures', (
      select count(*) from public.security_events e
      where e.person_id = safety_of.person_id and e.kind = 'sign_in_failed' and e.at > now() - interval '30 days'
    ),
    'last_sign_in', (
      select jsonb_build_object('at', e.at, 'address', host(e.address), 'country', e.country)
      from public.security_events e
      where with_place and e.person_id = safety_of.person_id and e.kind = 'sign_in'
      order by e.id desc
      limit 1
    )
  )
$$;

-- Everything that the page of a customer shows, or null when there is no such person:
-- { person, tickets, ticket_count, safety, notices }. Raises PT403 for anybody but staff.
-- Definer: nobody else can read auth.users and the devices of others.
create function public.customer_page(person_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  staff public.profiles := private.require_staff();
begin
  return (
    select jsonb_build_object(
      'person', jsonb_build_object(
        'id', p.id, 'name', p.name, 'role', p.role, 'time_zone', p.time_zone, 'created_at', p.created_at,
        'deleted_at', p.deleted_at, 'email', nullif(u.email, ''), 'email_confirmed', u.email_confirmed_at is not null,
        'phone', nullif(u.phone, ''), 'suspended', coalesce(u.banned_until > now(), false)
      ),
      'ticket_count', (select count(*) from public.tickets t where t.requester_id = p.id),
      'tickets', (
        select coalesce(jsonb_agg(to_jsonb(recent) order by recent.updated_at desc), '[]')
        from (
          select t.number, t.subject, t.status, t.priority, t.updated_at
          from public.tickets t
          where t.requester_id = p.id
          order by t.updated_at desc
          limit 10
        ) as recent
      ),
      'safety', private.safety_of(p.id, staff.role = 'admin'),
      'notices', private.notices_of(p.id)
    )
    from public.profiles p
    left join auth.users u on u.id = p.id
    where p.id = customer_page.person_id
  );
end
$$;

revoke execute on function public.customer_page(uuid) from public, anon, authenticated;
grant execute on function public.customer_page(uuid) to authenticated;


-- What admins do with an account

-- The profile of a person who still has an account. Raises PT404.
create function private.account_of(person_id uuid) returns public.profiles
language plpgsql set search_path = '' as $$
declare
  person public.profiles;
begin
  select * into person
  from public.profiles p
  where p.id = person_id and p.deleted_at is null
  for update;
  if not found then
    raise exception 'There is no such person.' using errcode = 'PT404';
  end if;
  return person;
end
$$;

-- Nobody signs in with the account any more, and whoever is signed in is out at the next request. The
-- date is the one that Supabase Auth writes for a ban that is not meant to end.
create function private.close_account_to(person_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  update auth.users u
  set banned_until = now() + interval '100 years'
  where u.id = person_id and (u.banned_until is null or u.banned_until <= now());
  perform private.remove_sessions(array(select s.id from auth.sessions s where s.user_id = person_id));
end
$$;

-- Suspends the account of a customer; again does nothing. Raises PT403 for anybody but an admin, PT404, and
-- PT409 for members of the team, who are deactivated instead.
-- Definer: nobody may write to auth.users.
create function public.suspend_account(person_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
  person public.profiles := private.account_of(suspend_account.person_id);
begin
  if person.role <> 'customer' then
    raise exception '% is in the team.', person.name
      using errcode = 'PT409', hint = 'Deactivate members on the page of the team.';
  end if;
  perform private.close_account_to(person.id);
end
$$;

revoke execute on function public.suspend_account(uuid) from public, anon, authenticated;
grant execute on function public.suspend_account(uuid) to authenticated;

-- Lifts the suspension; somebody who was in the team is a customer now. Raises PT403 and PT404.
-- Definer: as above.
create function public.restore_account(person_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
  person public.profiles := private.account_of(restore_account.person_id);
begin
  update auth.users u set banned_until = null where u.id = person.id and u.banned_until is not null;
end
$$;

revoke execute on function public.restore_account(uuid) from public, anon, authenticated;
grant execute on function public.restore_account(uuid) to authenticated;

-- Writes the name of a customer as it should be. Raises PT403, PT404, PT409 for members of the team, and
-- 23514 with the name of the constraint.
-- Definer: nobody may write to profiles.
create function public.correct_name(person_id uuid, name text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
  person public.profiles := private.account_of(correct_name.person_id);
begin
  if person.role <> 'customer' then
    raise exception '% is in the team.', person.name
      using errcode = 'PT409', hint = 'Members of the team write their name themselves.';
  end if;
  update public.profiles p set name = btrim(correct_name.name) where p.id = person.id;
end
$$;

revoke execute on function public.correct_name(uuid, text) from public, anon, authenticated;
grant execute on function public.correct_name(uuid, text) to authenticated;
