/*
  Notices about tickets: received, a reply of ours, another status, open again.

  They go to the requester, to confirmed addresses and as the person chose, and name the ticket by its number
  alone: no subject and no message leaves the portal by mail. What was sent stands in the history of the
  ticket, also after the outbox has forgotten it.
*/

insert into public.notification_kinds (kind, topic) values
  ('ticket_received', 'tickets'),
  ('ticket_reply', 'tickets'),
  ('ticket_status', 'tickets'),
  ('ticket_reopened', 'tickets');

-- Queues a notice for the requester of a ticket. What lies in the past, as when tickets are brought from
-- elsewhere, is told to nobody.
create function private.tell_requester(
  ticket public.tickets,
  kind text,
  happened_at timestamptz,
  key text,
  status text default null
) returns void
language plpgsql set search_path = '' as $$
begin
  if happened_at > now() - interval '1 hour' then
    perform public.enqueue_notification(
      tell_requester.kind,
      jsonb_strip_nulls(jsonb_build_object('ticket', ticket.number, 'status', tell_requester.status)),
      ticket.requester_id,
      dedupe_key => tell_requester.kind || ':' || key
    );
  end if;
end
$$;

grant execute on function private.tell_requester(public.tickets, text, timestamptz, text, text) to service_role;

create function private.announce_ticket() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform private.tell_requester(new, 'ticket_received', new.created_at, new.id::text);
  return new;
end
$$;

create trigger announce_ticket after insert on public.tickets
  for each row execute function private.announce_ticket();

create function private.announce_reply() returns trigger
language plpgsql set search_path = '' as $$
declare
  ticket public.tickets;
begin
  select * into ticket from public.tickets t where t.id = new.ticket_id;
  if new.author_id <> ticket.requester_id then
    perform private.tell_requester(ticket, 'ticket_reply', new.created_at, new.id::text);
  end if;
  return new;
end
$$;

create trigger announce_reply after insert on public.ticket_messages
  for each row when (new.kind = 'public' and new.id <> new.ticket_id)
  execute function private.announce_reply();

-- A status that comes with a reply is told in the notice of that reply: one mail for one act. That somebody
-- works on a ticket, or that a week has gone by, is no news; neither is what the requester did by hand,
-- except that a ticket is open again, which is said whoever did it.
create function private.announce_status() returns trigger
language plpgsql set search_path = '' as $$
declare
  reply_id constant uuid := (
    select m.id
    from public.ticket_messages m
    where m.ticket_id = new.id
      and m.kind = 'public'
      and m.author_id <> new.requester_id
      and m.created_at = now()
    limit 1
  );
begin
  if reply_id is not null then
    update public.notifications n
    set about = n.about || jsonb_build_object('status', new.status)
    where n.dedupe_key in ('ticket_reply:' || reply_id || ':mail', 'ticket_reply:' || reply_id || ':sms');
  elsif old.status = 'solved' and new.status <> 'closed' then
    perform private.tell_requester(new, 'ticket_reopened', new.updated_at, new.id || ':' || new.version);
  elsif new.status in ('pending', 'on_hold', 'solved') and new.requester_id is distinct from (select auth.uid()) then
    perform private.tell_requester(
      new, 'ticket_status', new.updated_at, new.id || ':' || new.version, new.status
    );
  end if;
  return new;
end
$$;

create trigger announce_status after update of status on public.tickets
  for each row when (old.status <> new.status) execute function private.announce_status();


-- What was sent

alter table public.ticket_events drop constraint ticket_events_kind_known;
alter table public.ticket_events add constraint ticket_events_kind_known
  check (kind in ('opened', 'status', 'priority', 'category', 'assignee', 'follow_up', 'notice'));

comment on column public.ticket_events.before is 'The old value; of a notice the channel, mail or sms.';
comment on column public.ticket_events.after is 'The new value: a status, a priority, a category, the id of the assignee, the number of the follow-up, the kind of the notice.';

-- A notice that has left belongs to the history of its ticket. One that went to somebody else than the
-- requester is the team's own business.
create function private.record_notice() returns trigger
language plpgsql set search_path = '' as $$
begin
  insert into public.ticket_events (ticket_id, kind, before, after, staff_only, created_at)
  select t.id, 'notice', new.channel, new.kind, t.requester_id is distinct from new.person_id, new.sent_at
  from public.tickets t
  where t.number::text = new.about ->> 'ticket';
  return new;
end
$$;

create trigger record_notice after update of state on public.notifications
  for each row when (new.state = 'sent' and old.state <> 'sent' and new.about ? 'ticket')
  execute function private.record_notice();
