/*
  Everything that staff changed, as one list: settings and the team (audit_events), accounts
  (security_events that somebody else caused, and every change of a role), tickets (what others than the
  requester changed). Nothing is written twice.
*/

create view private.audit_trail with (security_invoker = true) as
select
  'setting' as source, a.id, a.at, a.actor_id, a.area, a.kind, a.person_id,
  coalesce(a.subject, i.email) as subject, null::integer as ticket_number, a.before, a.after
from public.audit_events a
left join public.invitations i on i.id = a.invitation_id
union all
select
  'account', s.id, s.at, coalesce(s.actor_id, case when s.detail ? 'own' then s.person_id end),
  case s.kind when 'role_changed' then 'team' else 'customers' end, s.kind, s.person_id,
  null, null, s.detail -> 'before', s.detail -> 'after'
from public.security_events s
where s.kind = 'role_changed'
  or (s.kind in ('name_changed', 'banned', 'unbanned') and s.actor_id is not null)
union all
select
  'ticket', e.id, e.created_at, e.actor_id, 'tickets', e.kind, t.requester_id,
  t.subject, t.number, to_jsonb(e.before), to_jsonb(e.after)
from public.ticket_events e
join public.tickets t on t.id = e.ticket_id
where e.actor_id <> t.requester_id;

create index ticket_events_by_time on public.ticket_events (created_at desc);

-- One page of what staff changed, `{ total, events }`, newest first; each { source, id, at, area, kind,
-- actor, person, subject, ticket_number, before, after }. `search` is part of the name or of the email address
-- of who acted or of whom it concerns; the dates are days in the caller's time zone; unknown areas count
-- as none. Raises PT403 for anybody but an admin.
-- Definer: nobody else can read auth.users.
create function public.audit_log(
  search text default null,
  area text default null,
  from_date date default null,
  to_date date default null,
  page integer default 1,
  page_size integer default 50
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
  zone constant text := coalesce(admin.time_zone, private.portal_zone());
  words constant text := nullif(btrim(left(audit_log.search, 200)), '');
  pattern constant text := '%' || regexp_replace(words, '([%_\\])', '\\\1', 'g') || '%';
  rows_per_page constant integer := least(greatest(coalesce(page_size, 50), 1), 100);
  rows_before constant bigint := (greatest(coalesce(page, 1), 1) - 1)::bigint * rows_per_page;
begin
  return (
    with people as (
      select p.id
      from public.profiles p
      left join auth.users u on u.id = p.id
      where words is not null and (p.name ilike pattern or u.email ilike pattern)
    ), found as (
      select *
      from private.audit_trail a
      where (words is null
          or a.actor_id in (select people.id from people)
          or a.person_id in (select people.id from people))
        and (audit_log.area is null or a.area = audit_log.area)
        and (from_date is null or a.at >= from_date::timestamp at time zone zone)
        and (to_date is null or a.at < (to_date + 1)::timestamp at time zone zone)
    ), page as (
      select * from found f order by f.at desc, f.source, f.id desc limit rows_per_page offset rows_before
    )
    select jsonb_build_object(
      'total', (select count(*) from found),
      'events', coalesce(jsonb_agg(
        jsonb_build_object(
          'source', a.source, 'id', a.id, 'at', a.at, 'area', a.area, 'kind', a.kind, 'subject', a.subject,
          'ticket_number', a.ticket_number,
          'actor', private.person_card(a.actor_id), 'person', private.person_card(a.person_id),
          'before', private.readable_change(a.source, a.kind, a.before),
          'after', private.readable_change(a.source, a.kind, a.after)
        ) order by a.at desc, a.source, a.id desc
      ), '[]')
    )
    from page a
  );
end
$$;

revoke execute on function public.audit_log(text, text, date, date, integer, integer) from public, anon, authenticated;
grant execute on function public.audit_log(text, text, date, date, integer, integer) to authenticated;

-- The history of a ticket names an assignee by id and a category by slug: here by what people call them.
create function private.readable_change(source text, kind text, value jsonb) returns jsonb
language sql stable set search_path = '' as $$
  select case
    when source = 'ticket' and kind = 'assignee'
      then coalesce(private.person_card((value #>> '{}')::uuid) -> 'name', value)
    when source = 'ticket' and kind = 'category'
      then coalesce((select to_jsonb(c.name) from public.categories c where c.slug = value #>> '{}'), value)
    else value
  end
$$;
