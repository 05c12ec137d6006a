/*
  Who keeps macros and saved replies.

  A macro changes tickets, so admins write them; a saved reply is only text that somebody reads again before
  they send it, so every agent may. Neither is removed: the history of tickets names macros.
*/

create trigger record_setting after insert or update or delete on public.macros
  for each row execute function private.record_setting('macros');
create trigger record_setting after insert or update or delete on public.saved_replies
  for each row execute function private.record_setting('saved_replies');

-- Makes a macro, at the end of the list, when `version` is null, and changes it otherwise. The same once more
-- does nothing. Raises PT403 for anybody but an admin, PT404, PT409 macros_version when somebody changed it
-- since, 23505 for a name that is taken, and 23514 with the name of the constraint.
-- Definer: nobody may write to the table.
create function public.save_macro(
  id uuid,
  name text,
  description text,
  reply text,
  next_status text,
  priority text,
  add_tags text[],
  assign text,
  active boolean,
  version integer default null
) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
  known public.macros;
  wanted public.macros;
begin
  select * into known from public.macros m where m.id = save_macro.id for update;
  wanted := known;
  wanted.name := btrim(save_macro.name);
  wanted.description := btrim(save_macro.description);
  wanted.reply := save_macro.reply;
  wanted.next_status := save_macro.next_status;
  wanted.priority := save_macro.priority;
  wanted.add_tags := private.plain_tags(save_macro.add_tags);
  wanted.assign := save_macro.assign;
  wanted.active := save_macro.active;

  if known.id is null and save_macro.version is null then
    insert into public.macros (
      id, name, description, reply, next_status, priority, add_tags, assign, active, position
    )
    select
      save_macro.id, wanted.name, wanted.description, wanted.reply, wanted.next_status, wanted.priority,
      wanted.add_tags, wanted.assign, wanted.active, coalesce(max(m.position), 0) + 1
    from public.macros m;
  elsif known.id is null then
    raise exception 'There is no such macro.' using errcode = 'PT404';
  elsif wanted is distinct from known then
    if save_macro.version is distinct from known.version then
      raise exception 'macros_version' using errcode = 'PT409', hint = 'Somebody else changed it meanwhile.';
    end if;
    update public.macros m
    set
      name = wanted.name, description = wanted.description, reply = wanted.reply,
      next_status = wanted.next_status, priority = wanted.priority, add_tags = wanted.add_tags,
      assign = wanted.assign, active = wanted.active
    where m.id = known.id;
  end if;
end
$$;

revoke execute on function public.save_macro(uuid, text, text, text, text, text, text[], text, boolean, integer)
  from public, anon, authenticated;
grant execute on function public.save_macro(uuid, text, text, text, text, text, text[], text, boolean, integer)
  to authenticated;

-- Moves a macro one place up, or down; at the end of the list it stays. Raises PT403 and PT404.
-- Definer: as above.
create function public.move_macro(id uuid, up boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  admin public.profiles := private.require_admin();
begin
  -- Two moves at once would otherwise each count places that the other changes.
  perform pg_advisory_xact_lock(hashtext('portico.macros'));
  if not exists (select from public.macros m where m.id = move_macro.id) then
    raise exception 'There is no such macro.' using errcode = 'PT404';
  end if;

  update public.macros m
  set position = wanted.place
  from (
    select
      o.id,
      row_number() over (order by
        o.place + case when o.id = move_macro.id then case when up then -1.5 else 1.5 end else 0 end
      ) as place
    from (
      select k.id, row_number() over (order by k.position, k.name) as place from public.macros k
    ) as o
  ) as wanted
  where wanted.id = m.id and m.position <> wanted.place;
end
$$;

revoke execute on function public.move_macro(uuid, boolean) from public, anon, authenticated;
grant execute on function public.move_macro(uuid, boolean) to authenticated;

-- Makes a saved reply when `version` is null, and changes it otherwise. The same once more does nothing. Raises
-- PT403 for anybody but staff, PT404, PT409 saved_replies_version when somebody changed it since, 23505 for a
-- title that is taken, and 23514 with the name of the constraint.
-- Definer: as above.
create function public.save_saved_reply(id uuid, title text, body text, active boolean, version integer default null)
returns void
language plpgsql security definer set search_path = '' as $$
declare
  staff public.profiles := private.require_staff();
  known public.saved_replies;
begin
  select * into known from public.saved_replies r where r.id = save_saved_reply.id for update;

  if known.id is null and save_saved_reply.version is null then
    insert into public.saved_replies (id, title, body, active)
    values (save_saved_reply.id, btrim(save_saved_reply.title), save_saved_reply.body, save_saved_reply.active);
  elsif known.id is null then
    raise exception 'There is no such saved reply.' using errcode = 'PT404';
  elsif (known.title, known.body, known.active)
    is distinct from (btrim(save_saved_reply.title), save_saved_reply.body, save_saved_reply.active)
  then
    if save_saved_reply.version is distinct from known.version then
      raise exception 'saved_replies_version'
        using errcode = 'PT409', hint = 'Somebody else changed it meanwhile.';
    end if;
    update public.saved_replies r
    set
      title = btrim(save_saved_reply.title),
      body = save_saved_reply.body,
      active = save_saved_reply.active
    where r.id = known.id;
  end if;
end
$$;

revoke execute on function public.save_saved_reply(uuid, text, text, boolean, integer) from public, anon, authenticated;
grant execute on function public.save_saved_reply(uuid, text, text, boolean, integer) to authenticated;
