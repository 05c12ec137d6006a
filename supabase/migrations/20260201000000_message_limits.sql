/*
  How many messages a customer may send within an hour, tickets, replies and follow-ups together: far above what a
  person writes, far below what would bury the queue. Counted here, since a script with somebody's token need not
  come by way of the portal.
*/

create table public.message_limits (
  id boolean primary key default true,
  customer_messages_per_hour integer not null default 100,

  constraint message_limits_one_row check (id),
  constraint message_limits_sensible check (customer_messages_per_hour between 1 and 100000)
);

insert into public.message_limits default values;

alter table public.message_limits enable row level security;
revoke all on public.message_limits from anon, authenticated;

grant select, update on public.message_limits to service_role;

-- Only what the caller writes counts: an agent who splits a ticket writes a copy in its author's name.
-- The hour begins with the first message and is not prolonged by refused ones. Raises PT429, with the seconds to
-- wait as its detail.
-- Definer: nobody may count directly.
create function private.limit_messages() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  counted jsonb;
  allowed integer;
begin
  if new.author_id is distinct from (select auth.uid()) or private.is_staff() then
    return null;
  end if;

  select l.customer_messages_per_hour into allowed from public.message_limits l;
  counted := public.count_attempt('messages:' || new.author_id, 3600, allowed);
  if not (counted ->> 'allowed')::boolean then
    raise exception 'You have sent % messages within an hour.', allowed
      using errcode = 'PT429', detail = counted ->> 'retry_after_seconds';
  end if;
  return null;
end
$$;

create trigger limit_messages after insert on public.ticket_messages
  for each row when (new.kind = 'public') execute function private.limit_messages();
