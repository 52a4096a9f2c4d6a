# 책임자가 보는 활동 기록.

auditing-holds = <b>활동 기록이 온전합니다.</b> { $rows }건 가운데 바뀌거나 빠진 것이 없습니다. 마지막 값: <code>{ $head }</code>. 다른 곳에 적어 두시면 나중에 끝부분이 잘려 나가도 알 수 있습니다.
auditing-broken = <b>활동 기록이 { $row }번째 줄에서 어긋났습니다.</b> 프로그램을 거치지 않고 바뀐 것이 있습니다. 운영자가 데이터베이스를 백업과 비교하기 전에는 내보내거나 발송하지 말아 주세요.
auditing-heading = <b>최근 활동</b>
auditing-line = { $day } · { $who } · { $deed }: { $subject }
auditing-program = 프로그램
auditing-deed = { $deed ->
        [join] 담당자가 됨
        [make_owner] 책임자로 바뀜
        [dismiss] 담당자 역할 끝냄
        [invite] 초대
        [draft] 초안 저장
        [photo] 사진 넣음
        [submit] 검토 요청
        [approve] 승인
        [send] 발송 지시
        [pause_sending] 발송 잠시 멈춤
        [resume_sending] 발송 계속함
        [cancel_sending] 발송 취소
        [start_sending] 예약 발송 시작
        [correct] 정정문 발송
        [recall] 회수
        [close] 마감일이 지나 마감
        [set_goal] 목표를 바꿈:
        [propose_invalidation] 서명을 집계에서 빼자고 함:
        [agree_to_invalidation] 서명을 빼는 데 동의함:
        [cancel_invalidation] 서명 빼기를 멈춤:
        [undo_invalidation] 뺀 서명을 되돌리자고 함:
        [invalidate] 서명을 집계에서 뺌:
        [restore] 뺀 서명을 되돌림:
        [restore_backup] 백업에서 복원함:
        [hand_over] 서명을 전달함:
        [recount] 다시 셈:
        [miscount] 집계가 맞지 않음을 찾음:
        [tell_miscount] 집계가 맞지 않음을 담당자에게 알림:
        [change_secret_key] 새 비밀 열쇠로 모두 옮김:
        [enter_batch] 종이 서명 입력
        [finish_batch] 서명 명단 입력 마침
        [void_batch] 종이 서명 무효 처리
        [make_link] 링크 만듦
        [end_link] 링크 끝냄
        [accept_volunteer] 자원봉사 신청 받아들임
        [decline_volunteer] 자원봉사 신청 받아들이지 않음
        [accept_suspects] 확인을 기다리던 서명을 집계에 넣음
        [add_organisation] 단체 명부에 등록
        [leave_organisation] 단체 탈퇴 기록
        [return_organisation] 단체 재가입 기록
        [add_entry] 등록부에 추가
        [change_entry] 등록부에서 변경
        [check_office] 직책 확인
        [change_holder] 새 재임자 기록
        [record_delivery] 전달을 기록함:
        [record_reply] 답변을 기록함:
        [record_outcome] 결과를 기록함:
        [record_status] 당사자들의 상황을 기록함:
        [record_contact] 연락을 기록함:
        [record_commitment] 약속을 기록함:
        [record_bill] 의회 안건을 기록함:
        [record_recommendation] 권고를 기록함:
        [record_action] 활동을 기록함:
        [take_file] 스캔본을 받음:
        [archive] 보관함에 넣음:
        [add_moment] 일정을 추가함:
        [move_moment] 일정을 옮김:
        [cancel_moment] 일정을 취소함:
        [snooze_task] 할 일을 미룸:
        [do_task] 할 일을 마침:
        [write_news] 소식을 씀:
        [send_news] 소식을 승인함:
        [give_up_news] 소식을 보내지 않기로 함:
        [invite_representative] 단체 대표자 초대
        [end_representative] 단체 대표자 권한 끝냄
        [join_representative] 초대받은 분이 단체 대표자가 됨
        [endorse] 단체 연명을 셈
        [take_back] 단체 연명을 거두어 세지 않음
        [propose_keys] 다음 기의 열쇠를 준비함
        [open_canary] 시험 파일이 열림
        [begin_keys] 새 기의 열쇠로 봉인하기 시작함
        [drop_keys] 준비하던 기를 거둠
        [distrust_keys] 누군가 고쳐 놓은 기를 끝냄
        [add_key] 열쇠 목록에 더함
        [retire_key] 열쇠 목록에서 뺌
        [claim_tip] 제보 맡음
        [take_over_tip] 동료가 맡은 제보 넘겨받음
        [release_tip] 제보 내려놓음
        [assign_tip] 제보를 동료에게 맡김
        [rate_tip] 제보 평가함
        [agree_to_rating] 제보 평가에 동의함
        [label_tip] 제보에 꼬리표 붙임
        [unlabel_tip] 제보의 꼬리표 뗌
        [close_tip] 제보 닫음
        [load_bundle] 서명된 파일 처리함
        [reply_to_tip] 제보에 답함
        [erase_tip] 접수번호로 제보 지움
        [export_tips] 제보 내보냄
        [fail_to_send_tips] 제보 파일을 보내지 못함
        [take_restricted] 담당자 전용 내용 받음
        [export_signatures] 서명 내보냄
        [export_trackers] 목록을 파일로 내보냄
        [sign_in] 데스크 로그인
        [refused] 역할에 없는 일을 거절당함
        [export_audit] 내보내기
       *[other] { $deed }
    }
